export const notes = 'query Notes { notes { id text } }';
export const addNote = 'mutation AddNote($text: String!) { addNote(text: $text) { id text } }';
