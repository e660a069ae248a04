// Pictures and files cannot be sent yet: whoever pastes or drops one is told so, and the page stays.

/** Until the function that it returns is called. */
export function refuseFiles(refuse: () => void): () => void {
  const over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  };
  const dropped = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    // Else the browser would open the file in place of the conversation.
    event.preventDefault();
    refuse();
  };
  const pasted = (event: ClipboardEvent): void => {
    // Office programs put a picture beside the text that one copied.
    if (!event.clipboardData?.files.length || event.clipboardData.getData("text/plain")) return;
    event.preventDefault();
    refuse();
  };
  document.addEventListener("dragover", over);
  document.addEventListener("drop", dropped);
  document.addEventListener("paste", pasted);
  return () => {
    document.removeEventListener("dragover", over);
    document.removeEventListener("drop", dropped);
    document.removeEventListener("paste", pasted);
  };
}
