export const config = { apiToken: process.env.API_TOKEN, port: process.env.PORT }
