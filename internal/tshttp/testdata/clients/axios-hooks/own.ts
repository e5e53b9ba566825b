export function useAxios(url: string) {
  return { data: undefined, url }
}
