export const useValue = () => {
  const mine = useCookie('access')
  return $fetch('/a', { headers: { Authorization: `Bearer ${mine.value}` } }) // want "`mine.value` is undefined when nobody is logged in"
}
export const useDirect = () => useFetch('/a', { headers: { Authorization: `Bearer ${useCookie('access').value}` } }) // want "`useCookie\\('access'\\).value` is undefined"
export const useOptions = () => {
  const mine = useCookie('access', { maxAge: 3600 }).value
  return $fetch('/a', { headers: { Authorization: `Bearer ${mine}` } }) // want "`mine` is undefined"
}
export const useTested = () => {
  const mine = useCookie('access')
  if (!mine.value) return navigateTo('/login')
  return $fetch('/a', { headers: { Authorization: `Bearer ${mine.value}` } }) // tested
}
export const useLeftOut = () => {
  const mine = useCookie('access')
  return $fetch('/a', { headers: mine.value ? { Authorization: `Bearer ${mine.value}` } : {} }) // left out
}
export const useDefault = () => {
  const mine = useCookie('access', { default: () => 'guest' })
  return $fetch('/a', { headers: { Authorization: `Bearer ${mine.value}` } }) // never undefined
}
export const useMethod = () => {
  const mine = useCookie('access', { default() { return 'guest' } })
  return $fetch('/a', { headers: { Authorization: `Bearer ${mine.value}` } }) // never undefined
}
export const useUnseen = (options: object) => {
  const mine = useCookie('access', options)
  return $fetch('/a', { headers: { Authorization: `Bearer ${mine.value}` } }) // options that may have a default
}
export const useSpread = (options: object) => {
  const mine = useCookie('access', { ...options })
  return $fetch('/a', { headers: { Authorization: `Bearer ${mine.value}` } }) // options that may have a default
}
