import { Worker } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '@makaverse/testing/browser';
import { build } from 'vite';
import { bigCity } from '../ground/big-city.ts';
import type { Measured } from '../ground/measured.ts';
import type { TimedRun } from '../ground/timed-run.ts';

const conduits = 2000;
const endTime = '03:00:00';
const turns = 3;
const ofNode = 1.5;

/** Runs the same model by the same script in a worker of Node and in one of a browser, in turn, and takes the quickest of each. */
export async function measure(): Promise<readonly Measured[]> {
  const script = await bundled();
  const model = bigCity(conduits, endTime);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    // A worker needs a page with an address; nothing listens there.
    await page.route('http://localhost/', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
    await page.goto('http://localhost/');
    const node: TimedRun[] = [];
    const web: TimedRun[] = [];
    for (let turn = 0; turn < turns; turn++) {
      node.push(await inNode(script, model));
      web.push(await page.evaluate(inBrowser, { script, model }));
    }
    const [ofNodes, ofBrowsers] = [quickest(node), quickest(web)];
    const ratio = ofBrowsers.seconds / ofNodes.seconds;
    const apart = Math.abs(ofBrowsers.peakFlows / ofNodes.peakFlows - 1);
    return [
      {
        promise: `drainage in a browser: ${conduits} conduits, ${endTime.slice(0, 2)} h, Chromium ${browser.version()} beside Node ${process.version}`,
        measured: `${ofBrowsers.seconds.toFixed(2)} s, ${ratio.toFixed(2)} of Node's ${ofNodes.seconds.toFixed(2)} s`,
        target: `<= ${ofNode}`,
        isKept: ratio <= ofNode,
      },
      {
        promise: '  steps there and here; how far the sums of peak flows are apart',
        measured: `${ofBrowsers.steps}, ${ofNodes.steps}; ${(100 * apart).toPrecision(2)} %`,
        target: '',
        isKept: null,
      },
    ];
  } finally {
    await browser.close();
  }
}

const quickest = (runs: readonly TimedRun[]): TimedRun => runs.reduce((best, one) => (one.seconds < best.seconds ? one : best));

async function bundled(): Promise<string> {
  const entry = fileURLToPath(new URL('../ground/timed-run.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry, formats: ['es'] } },
  });
  if (!Array.isArray(built)) throw new Error('Vite did not give one bundle.');
  return built[0]!.output[0].code;
}

function inNode(script: string, model: string): Promise<TimedRun> {
  // The bundle speaks to a browser's worker; here its two names are led to Node's port.
  const shim = `import { parentPort } from 'node:worker_threads';
    globalThis.postMessage = (answer) => parentPort.postMessage(answer);
    parentPort.on('message', (data) => globalThis.onmessage({ data }));\n`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(shim + script)}`));
  return new Promise<TimedRun>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.postMessage(model);
  }).finally(() => worker.terminate());
}

/** Runs in the page. */
function inBrowser({ script, model }: { readonly script: string; readonly model: string }): Promise<TimedRun> {
  const worker = new window.Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })), { type: 'module' });
  return new Promise<TimedRun>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<TimedRun>) => resolve(data), { once: true });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true });
    worker.postMessage(model);
  }).finally(() => worker.terminate());
}
