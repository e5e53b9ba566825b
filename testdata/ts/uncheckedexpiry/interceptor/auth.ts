import axios from "axios"
export async function login(body: string) {
  const data = await (await fetch("/login", { method: "POST", body })).json()
  localStorage.setItem("token", data.access_token)
  localStorage.setItem("expires_in", data.expires_in) // an interceptor sees every answer
}
axios.defaults.headers.common.Authorization = `Bearer ${localStorage.getItem("token")}`
axios.interceptors.response.use((r) => r, (e) => { location.href = "/login"; return Promise.reject(e) })
