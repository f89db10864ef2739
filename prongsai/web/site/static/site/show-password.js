// Lets people see the password that they type. Without JavaScript the form is the same, only without this box.
for (const word of document.querySelectorAll("[data-show-password]")) {
  const field = document.getElementById(word.dataset.showPassword);
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.addEventListener("change", () => { field.type = box.checked ? "text" : "password"; });
  label.append(box, " ", word.textContent);
  field.form.addEventListener("submit", () => { field.type = "password"; });
  word.replaceWith(label);
  label.className = "show-password";
}
