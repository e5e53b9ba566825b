export const createApi = (options: object) => options
export const fetchBaseQuery = (options: object) => options
