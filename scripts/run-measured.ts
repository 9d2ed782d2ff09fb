import { spawn, spawnSync } from 'node:child_process';

/** How often a second the memory is looked at. */
const looks = 2;

/**
 * Runs a program to its end. `peakBytes` is the most resident memory that it and its child processes had together, as
 * `ps` told; memory that they share counts for each. Throws what the program printed if it fails.
 */
export async function runMeasured(program: string, given: readonly string[], cwd: string, env = process.env) {
  const start = performance.now();
  const child = spawn(program, given, { cwd, env });
  const printed: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => printed.push(part));
  child.stderr.on('data', (part: Buffer) => printed.push(part));
  let peakBytes = 0;
  const timer = setInterval(() => {
    peakBytes = Math.max(peakBytes, residentBytes(child.pid!));
  }, 1000 / looks);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`${Buffer.concat(printed).toString().slice(-4000)}\nended with ${code}`);
  return { seconds: (performance.now() - start) / 1000, peakBytes };
}

function residentBytes(root: number): number {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  const processes = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([pid = 0, parent = 0, kibibytes = 0]) => ({ pid, parent, kibibytes }));
  const sum = (pid: number): number =>
    processes
      .filter(({ parent }) => parent === pid)
      .reduce((total, each) => total + each.kibibytes + sum(each.pid), 0);
  return 1024 * (sum(root) + (processes.find(({ pid }) => pid === root)?.kibibytes ?? 0));
}
