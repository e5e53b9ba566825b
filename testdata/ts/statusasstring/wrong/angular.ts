import { HttpClient, HttpErrorResponse } from '@angular/common/http'
import { inject } from '@angular/core'
import { catchError, throwError } from 'rxjs'
import { logOut } from './session'

export class Orders {
  private http = inject(HttpClient)

  list() {
    return this.http.get('/api/orders').pipe(
      catchError((err: HttpErrorResponse) => {
        // b. Of Angular's HttpErrorResponse.
        if (err.status === '401') { // want "`err.status` is a number"
          logOut()
        }
        return throwError(() => err)
      }),
    )
  }
}
