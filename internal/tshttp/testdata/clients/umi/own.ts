export const request = (url: string, options: object) => [url, options]
