/**
 * node acceptance/offline.ts [chromium] [firefox] [webkit]
 *
 * Uses the built site without a network in each of the named browsers, as nobody but a learner holds them: no debugger
 * keeps their service workers awake. docs/offline.md says what has to hold.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { copyOfSite, withoutOffline } from '../e2e/deployments.ts';
import { startHost } from '../e2e/host.ts';
import { bundleScript } from '../src/compiler/bundle-script.ts';
import type { Engine } from './case.ts';
import { engineNamed, startBrowser } from './engines.ts';
import type { OfflineCommand, OfflineFinding } from './offline-page.ts';

/** A browser that has not come to the end by then has died. */
const deadAfterMs = 300_000;

const driver =
  '<!doctype html><meta charset="utf-8"><title>offline</title><link rel="icon" href="data:,">' +
  '<style>body { margin: 0 } iframe { width: 1280px; height: 900px; border: 0 }</style>' +
  '<body><iframe></iframe><script src="drive.js"></script>';

const solution = readFileSync('exercises/aggregates/change-password/user.solution.ts', 'utf8');
const sites = { on: copyOfSite(), off: withoutOffline() };
writeFileSync(`${sites.on}drive.html`, driver);
writeFileSync(`${sites.on}drive.js`, await bundleScript('acceptance/offline-page.ts', 'browser'));

let failures = 0;
try {
  for (const engine of process.argv.slice(2).map(engineNamed)) {
    const started = performance.now();
    const findings = await tryIn(engine);
    for (const { step, complaint } of findings) {
      if (complaint === undefined) continue;
      failures += 1;
      console.log(`${engine} ${step}\n    ${complaint}`);
    }
    const good = findings.filter(({ complaint }) => complaint === undefined).length;
    const seconds = Math.round((performance.now() - started) / 1_000);
    console.log(`${engine}: offline ${good}/${findings.length} in ${seconds} s`);
  }
} finally {
  for (const folder of Object.values(sites)) rmSync(folder, { recursive: true });
}
process.exitCode = failures === 0 ? 0 : 1;

async function tryIn(engine: Engine): Promise<readonly OfflineFinding[]> {
  let host = await startHost({});
  host.deploy(sites.on);
  const { address } = host;
  const findings: OfflineFinding[] = [];
  const end = Promise.withResolvers<void>();
  const obey = async (command: OfflineCommand): Promise<void> => {
    if (command === 'stop') await host.close();
    if (command === 'start') {
      host = await startHost({ port: Number(new URL(address).port) });
      host.deploy(sites.on);
    }
    if (command === 'switch off') host.deploy(sites.off);
    if (typeof command === 'object') findings.push(command);
    if (command === 'end') end.resolve();
  };
  const control = createServer(async (request, response) => {
    let said = '';
    for await (const part of request.setEncoding('utf8')) said += part as string;
    await obey(JSON.parse(said) as OfflineCommand);
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end();
  });
  await new Promise<void>((resolve) => control.listen(0, 'localhost', resolve));
  const told = new URLSearchParams({
    control: `http://localhost:${(control.address() as AddressInfo).port}/`,
    solution,
  });
  const browser = await startBrowser(engine, `${address}drive.html?${told}`);
  const dead = setTimeout(() => {
    findings.push({ step: 'the page', complaint: 'It did not come to the end.' });
    end.resolve();
  }, deadAfterMs);
  await end.promise;
  clearTimeout(dead);
  await browser.close();
  control.closeAllConnections();
  control.close();
  await host.close();
  return findings;
}
