// The diagrams in force, with how many stand at each step and the worst of their lights.
document.querySelectorAll('main .standings').forEach(box => {
  const refusal = box.querySelector('.refusal');
  // at once: what lies over the diagram is hidden while its place is still to be changed
  const viewer = new BpmnJS({ container: box.querySelector('#canvas'), canvas: { deferUpdate: false } });

  const badge = ({ count, light }) => {
    const mark = document.createElement('span');
    mark.className = `light standing ${light || 'plain'}`;
    mark.textContent = count;
    return mark;
  };

  async function show(tab) {
    box.querySelectorAll('.tab').forEach(one => one.setAttribute('aria-selected', one === tab));
    refusal.hidden = true;
    try {
      const address = `/operations/diagram?process=${encodeURIComponent(tab.dataset.process)}`;
      const answer = await fetch(address, { headers: { Accept: 'application/json' } });
      if (!answer.ok) {
        throw new Error(answer.status);
      }
      const drawn = await answer.json();
      await viewer.importXML(drawn.xml);
      const known = viewer.get('elementRegistry');
      drawn.badges.filter(one => known.get(one.element))
        .forEach(one => viewer.get('overlays').add(one.element, { position: { top: -12, right: 16 }, html: badge(one) }));
      const canvas = viewer.get('canvas');
      canvas.resized();
      canvas.zoom('fit-viewport', 'auto');
      box.dataset.shown = tab.dataset.process;
    }
    catch (failed) {
      refusal.hidden = false;
    }
  }

  box.querySelectorAll('.tab').forEach(tab => tab.addEventListener('click', () => show(tab)));
  show(box.querySelector('.tab'));
});
