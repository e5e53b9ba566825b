export const refresh = async () => {}
export const save = (token) => {}
