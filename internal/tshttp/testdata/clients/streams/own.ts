export const io = (url: string) => url
