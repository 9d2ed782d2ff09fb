/** Four channels, one of them slow. The lesson asks what run() returns. */
import { SignUpService } from './four-channels.program.ts';
import { Database, Gateway, Stopwatch } from './kitchen.program.ts';

// #region run
export function run(): string {
  const stopwatch = new Stopwatch();
  const email = new Gateway('e-mail', stopwatch);
  const sms = new Gateway('SMS', stopwatch);
  const kakao = new Gateway('Kakao', stopwatch);
  const line = new Gateway('LINE', stopwatch);
  const database = new Database();
  const service = new SignUpService(database, email, sms, kakao, line);

  // A message takes 2 seconds, if nothing else is said.
  kakao.seconds = 9;
  service.signUp({ id: 'mina' });

  return `${stopwatch.seconds} seconds`;
}
// #endregion run
