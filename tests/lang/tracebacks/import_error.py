# stderr: full
import no_such_module_xyz
