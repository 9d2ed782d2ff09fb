/** The sign-up that does everything, while SMS is down. */
import { SignUpService } from './sign-up.program.ts';
import { minaSignsUp } from './watched.program.ts';

export const timeline = () => minaSignsUp((database, email, sms) => new SignUpService(database, email, sms));
