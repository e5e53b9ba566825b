export const other = (config: { tokenType: string }, token: string) => config.tokenType + ' ' + token;
