export const expired = () => Date.now() > Number(localStorage.getItem("expires_in"))
