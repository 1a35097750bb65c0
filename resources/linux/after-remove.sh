#!/bin/sh
# Also called in the middle of an upgrade, and on Fedora after the new version is in place: then everything has to stay.
case "$1" in
  0 | remove | purge) ;;
  *) exit 0 ;;
esac
if command -v update-alternatives >/dev/null 2>&1; then
  update-alternatives --remove balie /opt/Balie/balie || true
fi
rm -f /usr/bin/balie
profile=/etc/apparmor.d/balie
if [ -f "$profile" ]; then
  if command -v apparmor_parser >/dev/null 2>&1; then apparmor_parser --remove "$profile" || true; fi
  rm -f "$profile"
fi
