export const createConfig = (override: any = {}) => ({ parseAs: 'auto', ...override })
