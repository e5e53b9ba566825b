export const tokens = { access: '', refresh: '', expires: 0 }
