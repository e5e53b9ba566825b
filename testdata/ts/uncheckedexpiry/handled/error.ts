export const failed = (res: Response) => { if (res.status === 401) location.href = "/login" }
