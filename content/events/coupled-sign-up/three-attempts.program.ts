/** Jun presses the button three times. The lesson asks what run() returns. */
import { Database, Gateway } from './kitchen.program.ts';
import { SignUpService } from './sign-up.program.ts';

// #region run
export function run(): string {
  const database = new Database();
  const [email, sms] = [new Gateway('e-mail'), new Gateway('SMS')];
  const service = new SignUpService(database, email, sms);
  const press = () => {
    try {
      service.signUp({ id: 'jun' });
    } catch {
      // The screen says "Something went wrong".
    }
  };

  sms.isDown = true;
  press();
  press();
  sms.isDown = false;
  press();

  const members = database.members.rows.length;
  const [emails, texts] = [email.delivered.length, sms.delivered.length];
  return `members ${members}, e-mails ${emails}, text messages ${texts}`;
}
// #endregion run
