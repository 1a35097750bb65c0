#!/bin/sh
# An older Balie cannot read the ledger that a newer one has brought forward: it is refused before anything is replaced.
set -e
if [ "$1" = upgrade ] && [ -n "$2" ]; then
  new=$(sed -n 's/^Version: //p' "$(dirname "$0")/control")
  if dpkg --compare-versions "$2" gt "$new"; then
    echo "Balie $2 staat er al en is nieuwer dan $new. Wil je echt terug? Verwijder Balie eerst." >&2
    echo "Balie $2 is there already and is newer than $new. To go back all the same, remove Balie first." >&2
    exit 1
  fi
fi
