export async function login(body: string) {
  const data = await (await fetch("/login", { method: "POST", body })).json()
  localStorage.setItem("token", data.access_token)
  localStorage.setItem("expires_in", data.expires_in) // a refused token leads to the login
}
export const orders = () => fetch("/orders", { headers: { Authorization: `Bearer ${localStorage.getItem("token")}` } })
