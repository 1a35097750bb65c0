const paths = document.querySelector('[data-testid=paths]')
const show = (files) => (paths.textContent = JSON.stringify([...files].map((file) => window.fixtureApi.pathOf(file))))
document.querySelector('input').addEventListener('change', (event) => show(event.target.files))
const drop = document.querySelector('[data-testid=drop]')
drop.addEventListener('dragover', (event) => event.preventDefault())
drop.addEventListener('drop', (event) => {
  event.preventDefault()
  show(event.dataTransfer.files)
})
window.loaded = true
