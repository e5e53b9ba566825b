export const environment = { apiUrl: 'https://api.example.com' };
