// Two versions of a diagram side by side, moved together: green is new, red is gone, orange is changed. A diagram is drawn when it comes into sight.
(() => {
	const marked = { removed: 'removed', added: 'added', changed: 'changed' };

	async function draw(box) {
		const refusal = box.querySelector('.refusal');
		try {
			const asked = new URLSearchParams({ before: box.dataset.before, after: box.dataset.after, file: box.dataset.file });
			const answer = await fetch(box.dataset.picture || `/models/picture?${asked}`, { headers: { Accept: 'application/json' } });
			if (!answer.ok) {
				throw new Error(answer.status);
			}
			const picture = await answer.json();
			const viewers = [];
			for (const side of ['before', 'after']) {
				const place = box.querySelector(`.picture.${side}`);
				if (place && picture[side]) {
					const viewer = new BpmnJS({ container: place });
					await viewer.importXML(picture[side]);
					const canvas = viewer.get('canvas');
					const known = viewer.get('elementRegistry');
					for (const [what, marker] of Object.entries(marked)) {
						picture[what].filter(id => known.get(id)).forEach(id => canvas.addMarker(id, marker));
					}
					canvas.resized();
					canvas.zoom('fit-viewport', 'auto');
					if (box.dataset.picture) {
						scaled(place, canvas.getSize());
					}
					viewers.push(viewer);
				}
			}
			together(viewers);
			box.viewers = viewers;
			box.dataset.shown = 'true';
		}
		catch (failed) {
			refusal.hidden = false;
		}
	}

	// on paper the place is another size than on the screen
	function scaled(place, size) {
		place.querySelector('g.viewport').ownerSVGElement.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
	}

	// what is moved or zoomed on one side is on the other as well
	function together(viewers) {
		let following = false;
		viewers.forEach(viewer => viewer.get('eventBus').on('canvas.viewbox.changed', event => {
			if (following) {
				return;
			}
			following = true;
			const { x, y, width, height } = event.viewbox;
			viewers.filter(other => other !== viewer).forEach(other => other.get('canvas').viewbox({ x, y, width, height }));
			following = false;
		}));
	}

	// the place of an element, in the middle of both
	async function find(button) {
		const box = button.closest('.change').querySelector('.pictures');
		await drawn(box);
		const viewer = (box.viewers || []).find(one => one.get('elementRegistry').get(button.dataset.id));
		if (!viewer) {
			return;
		}
		const canvas = viewer.get('canvas');
		const element = viewer.get('elementRegistry').get(button.dataset.id);
		const bounds = element.waypoints ? middle(element.waypoints) : element;
		const [width, height] = [800, 800 * canvas.getSize().height / canvas.getSize().width];
		canvas.viewbox({ x: bounds.x + (bounds.width || 0) / 2 - width / 2, y: bounds.y + (bounds.height || 0) / 2 - height / 2, width, height });
		box.scrollIntoView({ block: 'center' });
	}

	function middle(waypoints) {
		const [first, last] = [waypoints[0], waypoints[waypoints.length - 1]];
		return { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 };
	}

	// once, whoever asks first
	function drawn(box) {
		box.drawing = box.drawing || draw(box);
		return box.drawing;
	}

	const seen = new IntersectionObserver(entries => entries.filter(one => one.isIntersecting).forEach(one => {
		seen.unobserve(one.target);
		drawn(one.target);
	}));
	document.querySelectorAll('.pictures[data-file]').forEach(box => seen.observe(box));
	// those of the handbook are printed with it, whether they were seen or not
	document.querySelectorAll('.pictures[data-picture]').forEach(drawn);
	document.querySelectorAll('button.find').forEach(button => button.addEventListener('click', () => find(button)));
})();
