export const environment = { api: 'https://api.example.com' }
