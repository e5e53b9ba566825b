import { createRoot } from 'react-dom/client'
import { setUpInterceptors } from './api'
import { App } from './App'

setUpInterceptors({ token: '' })
createRoot(document.body).render(<App />)
