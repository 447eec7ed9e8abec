// The diagrams of an outcome, with the path taken so far: green is passed, orange is where it stands. For its page and for the tab of a task.
window.showPath = box => {
	const refusal = box.querySelector('#diagram-refusal');
	const viewer = new BpmnJS({ container: box.querySelector('#canvas') });

	async function show(tab) {
		box.querySelectorAll('.tab').forEach(one => one.setAttribute('aria-selected', one === tab));
		refusal.hidden = true;
		try {
			const address = `/outcomes/${encodeURIComponent(box.dataset.outcome)}/diagram?instance=${encodeURIComponent(tab.dataset.instance)}`;
			const answer = await fetch(address, { headers: { Accept: 'application/json' } });
			if (!answer.ok) {
				throw new Error(answer.status);
			}
			const path = await answer.json();
			await viewer.importXML(path.xml);
			const canvas = viewer.get('canvas');
			const known = viewer.get('elementRegistry');
			const mark = (ids, marker) => ids.filter(id => known.get(id)).forEach(id => canvas.addMarker(id, marker));
			mark(path.done, 'done');
			mark(path.flows, 'done');
			mark(path.active, 'active');
			canvas.resized();
			canvas.zoom('fit-viewport', 'auto');
			box.dataset.shown = tab.dataset.instance;
		}
		catch (failed) {
			refusal.hidden = false;
		}
	}

	box.querySelectorAll('.tab').forEach(tab => tab.addEventListener('click', () => show(tab)));
	show(box.querySelector('.tab.running:last-of-type') || box.querySelector('.tab'));
};

document.querySelectorAll('main .diagram').forEach(window.showPath);
