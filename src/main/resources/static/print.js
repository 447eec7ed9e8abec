// The button 打印 of a page that is meant for paper.
document.querySelectorAll('[data-print]').forEach(button => button.addEventListener('click', () => print()));
