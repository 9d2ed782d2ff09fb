/** The same outage, with the failure stored. */
import { SignUpService } from './noting-failures.program.ts';
import { minaSignsUp } from './watched.program.ts';

export const timeline = () => minaSignsUp((database, email, sms) => new SignUpService(database, email, sms));
