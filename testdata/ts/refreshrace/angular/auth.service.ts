import { HttpClient } from '@angular/common/http'
import { inject, Injectable } from '@angular/core'
import { finalize, shareReplay, tap } from 'rxjs'

@Injectable({ providedIn: 'root' })
export class AuthService {
  private http = inject(HttpClient)
  private refreshing: any = null

  refresh() {
    return this.http.post<any>('/api/auth/refresh', { refreshToken: localStorage.getItem('refreshToken') }).pipe(
      tap((answer) => localStorage.setItem('refreshToken', answer.refreshToken)),
    )
  }

  refreshOnce() {
    if (!this.refreshing) {
      this.refreshing = this.http.post<any>('/api/auth/refresh', { refreshToken: localStorage.getItem('refreshToken') }).pipe(
        tap((answer) => localStorage.setItem('refreshToken', answer.refreshToken)),
        finalize(() => (this.refreshing = null)),
        shareReplay(1),
      )
    }
    return this.refreshing
  }
}
