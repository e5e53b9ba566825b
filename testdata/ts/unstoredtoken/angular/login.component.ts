import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { AuthService } from './auth.service';

@Component({ selector: 'app-login', template: '' })
export class LoginComponent {
  private router = inject(Router);

  constructor(private auth: AuthService) {}

  submit() {
    this.auth.login('a', 'b').subscribe(() => this.router.navigate(['/'])); // want "the token that the login `this.auth.login` answers with goes nowhere"
  }

  async submitAwaited() {
    await firstValueFrom(this.auth.login('a', 'b')); // want "goes nowhere"
    this.router.navigate(['/']);
  }

  // Good: kept by the subscriber.
  submitWell() {
    this.auth.login('a', 'b').subscribe((answer: any) => localStorage.setItem('token', answer.token));
  }

  async submitWellAwaited() {
    const answer: any = await firstValueFrom(this.auth.login('a', 'b'));
    localStorage.setItem('token', answer.token);
  }

  // Good: the service keeps it.
  submitTapped() {
    this.auth.loginTapped('a').subscribe(() => this.router.navigate(['/']));
    this.auth.loginMapped('a').subscribe(() => this.router.navigate(['/']));
  }
}
