export const config = { apiToken: process.env.API_TOKEN, api: { key: process.env.KEY }, port: process.env.PORT }
