import { persistStore } from 'redux-persist'
export const persistor = persistStore({} as any)
