import { accessToken } from '@/session'

const API_URL = import.meta.env.VITE_API_URL

function photoURL(order: string) {
  return `${API_URL}/orders/${encodeURIComponent(order)}/photo`
}

/** Sends a photo of a damaged box. fetch has no progress for uploads, so this is an XMLHttpRequest. */
export function uploadPhoto(order: string, photo: Blob, onProgress: (done: number) => void) {
  return new Promise<void>((resolve, reject) => {
    const token = accessToken()
    if (!token) {
      reject(new Error('not logged in'))
      return
    }
    const xhr = new XMLHttpRequest()
    xhr.open('PUT', photoURL(order))
    xhr.setRequestHeader('Content-Type', photo.type)
    xhr.setRequestHeader('Authorization', token)
    xhr.upload.onprogress = (event) => onProgress(event.loaded / event.total)
    xhr.onerror = () => reject(new Error('the photo could not be sent'))
    xhr.onload = () => {
      if (xhr.status === 204) {
        resolve()
      } else {
        reject(new Error(`the server answered ${xhr.status}`))
      }
    }
    xhr.send(photo)
  })
}

export async function removePhoto(order: string) {
  const token = accessToken()
  if (!token) {
    throw new Error('not logged in')
  }
  const response = await fetch(photoURL(order), {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${token}` },
  })
  if (!response.ok) {
    throw new Error(`the server answered ${response.status}`)
  }
}
