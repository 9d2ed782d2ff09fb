import type { DoctorWords } from '../i18n/doctor.ts';
import { fill } from '../i18n/fill.ts';
import { diagnose, stateOf, type Diagnosis, type Finding } from './diagnose.ts';
import type { DoctorKit } from './examine.ts';
import type { Observations } from './observations.ts';
import { reportText } from './report-text.ts';

/**
 * `<site-doctor>`, rendered by doctor.astro: examines this host and browser at the press of a button and fills the list
 * of the page. Its words are in `data-words`, what it examines with in `data-kit`.
 */
class SiteDoctor extends HTMLElement {
  readonly #words = JSON.parse(this.dataset['words']!) as DoctorWords;
  readonly #start = this.#find<HTMLButtonElement>('[data-do="start"]');
  readonly #copy = this.#find<HTMLButtonElement>('[data-do="copy"]');
  #text = '';

  connectedCallback(): void {
    this.#find('.doctor-stuck').hidden = true;
    this.#find('.actions').hidden = false;
    this.#start.addEventListener('click', () => void this.#examine());
    this.#copy.addEventListener('click', () => void this.#copyText());
  }

  async #examine(): Promise<void> {
    // Disabled it would lose the focus.
    if (this.#start.ariaDisabled === 'true') return;
    this.#start.ariaDisabled = 'true';
    this.#copy.hidden = true;
    this.#find('.doctor-text').hidden = true;
    this.#find('.doctor-parts').hidden = false;
    this.#say(this.#words.running);
    try {
      const { examine } = await import('./examine.ts');
      let observations: Observations = {};
      this.#show(observations);
      for await (const found of examine(JSON.parse(this.dataset['kit']!) as DoctorKit)) {
        observations = { ...observations, ...found };
        this.#show(observations);
      }
      this.#conclude(observations);
    } catch (error) {
      this.#say(fill(this.#words['summary-broken'], { detail: String(error) }));
    }
    this.#start.textContent = this.#words.again;
    this.#start.ariaDisabled = null;
  }

  #show(observations: Observations): void {
    for (const { part, findings } of diagnose(observations, location.origin)) {
      const item = this.#find(`[data-part="${part}"]`);
      const state = findings.length === 0 ? 'waiting' : stateOf(findings);
      item.dataset['state'] = state;
      item.querySelector('.doctor-state')!.textContent = this.#words[`state-${state}`];
      item.querySelector('ul')!.replaceChildren(...findings.map((finding) => this.#line(finding)));
    }
  }

  #line(finding: Finding): HTMLElement {
    const line = document.createElement('li');
    line.dataset['state'] = finding.state;
    line.textContent = this.#sentence(finding);
    return line;
  }

  #conclude(observations: Observations): void {
    const diagnoses = diagnose(observations, location.origin);
    const summary = this.#words[`summary-${stateOf(diagnoses.flatMap(({ findings }) => findings))}`];
    this.#text = reportText(observations, this.#told(diagnoses), summary);
    this.#find('.doctor-text pre').textContent = this.#text;
    this.#find('.doctor-text').hidden = false;
    this.#copy.hidden = false;
    this.#say(summary);
  }

  #told = (diagnoses: readonly Diagnosis[]) =>
    diagnoses.map(({ part, findings }) => ({
      title: this.#words[part],
      lines: findings.map(
        (finding) => `[${this.#words[`state-${finding.state}`]}] ${this.#sentence(finding)}`,
      ),
    }));

  async #copyText(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#text);
      this.#say(this.#words.copied);
    } catch {
      this.#find<HTMLDetailsElement>('.doctor-text').open = true;
      this.#say(this.#words['not-copied']);
    }
  }

  #sentence = ({ says, values = {} }: Finding): string => fill(this.#words[says], values);

  #say(text: string): void {
    this.#find('.doctor-status').textContent = text;
  }

  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as querySelector has it
  #find<Found extends HTMLElement>(selector: string): Found {
    return this.querySelector<Found>(selector)!;
  }
}

customElements.define('site-doctor', SiteDoctor);
