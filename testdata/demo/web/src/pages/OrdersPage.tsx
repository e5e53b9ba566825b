import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { logout } from '@/api/auth'
import { cancelOrder, orders, type Order } from '@/api/orders'
import { monthlySpend } from '@/api/reports'
import { removePhoto, uploadPhoto } from '@/api/upload'
import { userName } from '@/session'

export function OrdersPage() {
  const navigate = useNavigate()
  const [list, setList] = useState<Order[]>([])
  const [spent, setSpent] = useState(0)
  const [progress, setProgress] = useState<number>()

  useEffect(() => {
    const stop = new AbortController()
    orders(stop.signal).then(setList, () => stop.signal.aborted || navigate('/login'))
    return () => stop.abort()
  }, [navigate])

  useEffect(() => {
    monthlySpend(new Date().getFullYear()).then(
      (months) => setSpent(months.reduce((sum, m) => sum + m.total, 0)),
      () => setSpent(0),
    )
  }, [])

  async function cancel(order: Order) {
    await cancelOrder(order.id)
    setList((all) => all.filter((o) => o.id !== order.id))
  }

  async function complain(order: Order, photo: File | undefined) {
    if (photo) {
      await uploadPhoto(order.id, photo, setProgress)
      setProgress(undefined)
    }
  }

  async function leave() {
    await logout()
    navigate('/login')
  }

  return (
    <main>
      <header>
        {userName()} · spent this year: {spent.toFixed(2)} <button onClick={leave}>Log out</button>
      </header>
      {progress !== undefined && <progress value={progress} />}
      <ul>
        {list.map((order) => (
          <li key={order.id}>
            {order.placed}: {order.items.join(', ')} ({order.status})
            {order.status === 'placed' && <button onClick={() => cancel(order)}>Cancel</button>}
            {order.status === 'delivered' && (
              <>
                <input type="file" accept="image/*" onChange={(e) => complain(order, e.target.files?.[0])} />
                <button onClick={() => removePhoto(order.id)}>Remove the photo</button>
              </>
            )}
          </li>
        ))}
      </ul>
    </main>
  )
}
