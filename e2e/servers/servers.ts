import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFor } from './site.ts';
import { deployed, start, type Server } from './start.ts';

/** The servers of deploy/, each with the site below a path. */
export const servers: Readonly<Record<string, (base: string) => Promise<Server>>> = {
  nginx: (base) =>
    start((folder, port) => ({
      // The command of deploy/Dockerfile
      command: ['nginx', '-e', 'stderr', '-g', 'daemon off;', '-c', join(folder, 'nginx.conf')],
      files: {
        'nginx.conf': deployed('nginx/nginx.conf', {
          '/tmp/': `${folder}/`,
          '/etc/nginx/past-tense.conf': join(folder, 'past-tense.conf'),
        }),
        'past-tense.conf': deployed('nginx/past-tense.conf', {
          'listen 8080;': `listen ${port}; listen [::]:${port};`,
          'root /srv/past-tense;': `root ${rootFor(base)};`,
          'set $past_tense_base "";': `set $past_tense_base "${withoutSlash(base)}";`,
        }),
      },
    })),

  Caddy: (base) =>
    start((folder, port) => ({
      command: ['caddy', 'run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'],
      env: { PAST_TENSE_BASE: withoutSlash(base), XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
      files: {
        Caddyfile: `{\n\tadmin off\n}\n${deployed('Caddyfile', {
          'course.example {': `http://localhost:${port} {`,
          '/srv/past-tense': rootFor(base),
        })}`,
      },
    })),

  Apache: async (base) => {
    const htaccess = join(rootFor(base), base, '.htaccess');
    const text = deployed('apache/.htaccess', { 'ErrorDocument 404 /': `ErrorDocument 404 ${base}` });
    writeFileSync(htaccess, text);
    const server = await start((folder, port) => ({
      command: ['apache2', '-D', 'FOREGROUND', '-f', join(folder, 'httpd.conf')],
      files: { 'httpd.conf': httpdConf(folder, port, rootFor(base)) },
    }));
    return {
      ...server,
      async close() {
        await server.close();
        rmSync(htaccess);
      },
    };
  },
};

const withoutSlash = (base: string): string => base.replace(/\/$/, '');

/** An Apache as Debian sets it up, with the two modules that it has not switched on. */
const httpdConf = (folder: string, port: number, root: string): string =>
  `
ServerName localhost
ServerRoot ${folder}
DefaultRuntimeDir ${folder}
PidFile ${folder}/httpd.pid
ErrorLog ${folder}/log
Listen ${port}
${[
  'mpm_event',
  'alias',
  'authz_core',
  'autoindex',
  'deflate',
  'dir',
  'env',
  'filter',
  'mime',
  'negotiation',
  'setenvif',
]
  .concat('headers', 'rewrite')
  .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
  .join('\n')}
${['autoindex', 'deflate', 'dir', 'mime', 'negotiation', 'setenvif']
  .map((name) => `Include /etc/apache2/mods-available/${name}.conf`)
  .join('\n')}
DocumentRoot ${root}
<Directory ${root}>
  Options Indexes FollowSymLinks MultiViews
  AllowOverride All
  Require all granted
</Directory>
`;
