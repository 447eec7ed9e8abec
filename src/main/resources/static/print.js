// The button 打印 of a page that is meant for paper.
document.querySelectorAll('[data-print]').forEach(button => button.addEventListener('click', () => print()));

// What is folded on the screen is printed whole, and folded again afterwards.
const unfolded = [];
window.addEventListener('beforeprint', () => document.querySelectorAll('details:not([open]):not(.no-print)').forEach(one => {
  one.open = true;
  unfolded.push(one);
}));
window.addEventListener('afterprint', () => unfolded.splice(0).forEach(one => {
  one.open = false;
}));
