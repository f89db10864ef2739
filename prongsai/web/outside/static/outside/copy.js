// Shows the buttons that copy a text, and copies. Without JavaScript the text is selected by hand.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy);
    if (text.select) text.select();
    else getSelection().selectAllChildren(text);
    try {
      await navigator.clipboard.writeText(text.value ?? text.innerText);
    } catch {
      document.execCommand("copy"); // older browsers, and pages that are not on https
    }
    button.textContent = button.dataset.copied;
  });
}
