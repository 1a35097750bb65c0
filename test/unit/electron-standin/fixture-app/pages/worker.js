void fetch('/late.html')
  .then((response) => response.text())
  .then((text) => postMessage(text.includes('Late')))
