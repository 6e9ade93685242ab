import { pieceWords } from '../words.ts'
import { describedBy, FieldFrame, type FieldProps, fieldId } from './field-frame.tsx'
import { Icon } from './icon.tsx'
import { told } from './label.ts'

type FileFieldProps = FieldProps & {
  accept?: string | undefined
  multiple?: boolean | undefined
  /** Opens the camera of a phone. */
  capture?: 'user' | 'environment' | undefined
  /** Marks the control for an ES module: rendered as `data-use`. */
  use?: string | undefined
}

/** The native control in our words: it lies over them unseen, and alone where there are no scripts. */
export function FileField(props: FileFieldProps) {
  const id = fieldId(props.name)
  return (
    <FieldFrame {...props} id={id}>
      <div class="file">
        <input
          class="file-input"
          id={id}
          name={props.name}
          type="file"
          accept={props.accept}
          multiple={props.multiple}
          capture={props.capture}
          required={props.required}
          disabled={props.disabled}
          data-use={props.use}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={describedBy(id, props)}
        />
        <span class="file-face" aria-hidden="true">
          <span class="button button-secondary">
            <Icon name="upload" />
            <span>{told(pieceWords.chooseFile, props.lang)}</span>
          </span>
          <span class="file-name" data-none={told(pieceWords.noFile, props.lang)} />
        </span>
      </div>
    </FieldFrame>
  )
}
