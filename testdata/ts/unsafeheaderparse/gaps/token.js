export const tokenOf = (header) => header.split(' ')[1] // gap: see the caller
