import cors from 'cors'
import { Router } from 'express'

const router = Router()
router.use((req, res, next) => (req.headers.authorization ? next() : res.sendStatus(401)))
router.use(cors()) // the application around it has answered
router.delete('/:id', cors(), (req, res) => res.sendStatus(204)) // the same
export default router
