/* generated using openapi-typescript-codegen -- do not edit */
export const OpenAPI: any = {
  BASE: 'https://api.example.com',
  VERSION: '1',
  WITH_CREDENTIALS: false,
  TOKEN: undefined,
  HEADERS: undefined,
}
