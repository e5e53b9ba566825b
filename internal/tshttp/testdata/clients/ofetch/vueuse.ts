export const useFetch = (path: string) => path
