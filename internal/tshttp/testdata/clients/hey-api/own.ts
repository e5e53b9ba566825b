export const client = { get: (o: { url: string }) => o.url }
