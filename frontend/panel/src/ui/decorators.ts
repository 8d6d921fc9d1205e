// Lit's decorators, with one difference: an element that is defined already stays as it is. After an update of the
// integration a page that was open all the while may have the card of the version before, and the panel of this one.
export { property, query, state } from "../../node_modules/lit/decorators.js";

export const customElement = (name: string) => (element: CustomElementConstructor) => {
  if (!customElements.get(name)) customElements.define(name, element);
};
