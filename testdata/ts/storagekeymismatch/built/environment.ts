export const environment = JSON.parse(document.body.dataset.environment!)
